/**
 * The edge to Zoho Mail: its REST API by Feign, its OAuth token, its request limit, and its many
 * ways of saying no. Facts about Zoho carry their source; most of its error bodies are
 * undocumented.
 */
@NullMarked
package dev.mailbrake.zoho;

import org.jspecify.annotations.NullMarked;
