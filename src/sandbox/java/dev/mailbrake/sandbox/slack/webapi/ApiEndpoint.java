package dev.mailbrake.sandbox.slack.webapi;

/** Something of the stand-in's that answers HTTP requests of the bot. */
public interface ApiEndpoint {

  ApiAnswer answer(ApiRequest incoming);
}
