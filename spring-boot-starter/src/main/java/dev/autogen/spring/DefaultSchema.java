package dev.autogen.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** The schema that migrations mean, found where the command line finds it in the same project. */
record DefaultSchema(AutogenProperties properties, Environment environment) {
    private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([^&,]+)");

    String name() {
        return Stream.of(
                        Optional.ofNullable(properties.schema()),
                        Optional.ofNullable(environment.getProperty("DATABASE_SCHEMA")),
                        Optional.ofNullable(environment.getProperty("spring.jpa.properties.hibernate.default_schema")),
                        ofUrl(Optional.ofNullable(properties.url())
                                .orElse(environment.getProperty("spring.datasource.url", ""))))
                .flatMap(Optional::stream)
                .map(names -> names.split(",", 2)[0].strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("public");
    }

    private static Optional<String> ofUrl(String url) {
        return CURRENT_SCHEMA
                .matcher(url)
                .results()
                .map((MatchResult found) -> URLDecoder.decode(found.group(1), UTF_8))
                .findFirst();
    }
}
