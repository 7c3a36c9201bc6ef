package dev.autogen.commands.report;

/**
 * What issues of one kind have in common.
 *
 * @param id names it
 * @param summary what it means, in a sentence
 * @param explanation all that there is to say of it, in Markdown; null where the summary is all
 */
record Rule(String id, String summary, String explanation) {}
