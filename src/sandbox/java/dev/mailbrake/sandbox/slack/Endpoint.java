package dev.mailbrake.sandbox.slack;

/** Something of the stand-in's that answers HTTP requests of the bot. */
interface Endpoint {

  Answer answer(Incoming incoming);
}
