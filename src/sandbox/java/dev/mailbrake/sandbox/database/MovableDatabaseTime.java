package dev.mailbrake.sandbox.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The clock of one PostgreSQL database, which stands still at the time it was last set to. */
public final class MovableDatabaseTime implements Consumer<Instant> {
  /** The search path names {@code pg_catalog} last, so this function hides PostgreSQL's own. */
  private static final String SET_UP =
      """
      create schema story;
      create table story.clock as select now() as shows;
      create function story.clock_timestamp() returns timestamptz language sql stable
        as 'select shows from story.clock';
      do $$ begin
        execute format('alter database %I set search_path = public, story, pg_catalog',
          current_database());
      end $$
      """;

  private final FreshDatabase database;

  private MovableDatabaseTime(FreshDatabase database) {
    this.database = database;
  }

  /** Affects every connection opened from now on. */
  public static MovableDatabaseTime of(FreshDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SET_UP);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot install a clock in the database", broken);
    }
    return new MovableDatabaseTime(database);
  }

  @Override
  public void accept(Instant moment) {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement("update story.clock set shows = ?")) {
      update.setObject(1, moment.atOffset(ZoneOffset.UTC));
      update.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot move the database's clock", broken);
    }
  }
}
