package dev.mailbrake.policy;

import java.util.Optional;

/** One named rule: a pure function that either decides a question or leaves it to the next rule. */
@FunctionalInterface
interface Rule {
  Optional<Verdict> judge(Question question);
}
