/**
 * Zoho Mail: its REST API, OAuth token, request limit, and many ways of saying no. Facts about Zoho
 * name their source; most of its error bodies are not documented.
 */
@NullMarked
package dev.mailbrake.zoho;

import org.jspecify.annotations.NullMarked;
