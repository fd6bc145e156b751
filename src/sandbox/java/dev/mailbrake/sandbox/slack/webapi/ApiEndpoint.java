package dev.mailbrake.sandbox.slack.webapi;

/** A part of the stand-in that answers the bot's HTTP requests. */
public interface ApiEndpoint {

  ApiAnswer answer(ApiRequest incoming);
}
