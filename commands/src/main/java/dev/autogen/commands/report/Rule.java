package dev.autogen.commands.report;

/**
 * What issues of one kind have in common.
 *
 * @param id names it
 * @param summary what it means, in a sentence
 * @param page the page of the documentation, from the root of the repository
 */
record Rule(String id, String summary, String page) {}
