package dev.autogen.commands.config;

import java.util.Optional;

/**
 * User and password that stand beside a URL, not in it.
 *
 * @param user what {@code --user} or its kin say
 * @param passwordFile what {@code --password-file} or its kin say; a file with the password on its first line
 * @param ownUser the user that the URL's own source names beside it, as {@code spring.datasource.username}
 * @param ownPassword likewise the password
 */
record Credentials(
        Optional<Setting<String>> user,
        Optional<Setting<String>> passwordFile,
        Optional<String> ownUser,
        Optional<String> ownPassword) {

    static final Credentials NONE =
            new Credentials(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
