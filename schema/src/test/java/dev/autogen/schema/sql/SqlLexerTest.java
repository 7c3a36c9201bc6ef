package dev.autogen.schema.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SqlLexerTest {

    @Test
    void words_numbers_and_symbols_stand_apart() {
        assertThat(tokens("a.b<=1.5e-3+$1::int"))
                .containsExactly(
                        "WORD a",
                        "SYMBOL .",
                        "WORD b",
                        "SYMBOL <",
                        "SYMBOL =",
                        "NUMBER 1.5e-3",
                        "SYMBOL +",
                        "NUMBER $1",
                        "SYMBOL :",
                        "SYMBOL :",
                        "WORD int");
        assertThat(tokens("x0-1 0xE+1 .5"))
                .containsExactly(
                        "WORD x0",
                        "SYMBOL -",
                        "NUMBER 1",
                        "SPACE  ",
                        "NUMBER 0xE",
                        "SYMBOL +",
                        "NUMBER 1",
                        "SPACE  ",
                        "NUMBER .5");
    }

    @Test
    void strings_keep_their_prefix_and_double_their_quotes() {
        assertThat(tokens("'it''s' E'a\\'b' n'c' U&'d' U&\"e\" name'f' \"g\"\"h\""))
                .containsExactly(
                        "STRING 'it''s'",
                        "SPACE  ",
                        "STRING E'a\\'b'",
                        "SPACE  ",
                        "STRING n'c'",
                        "SPACE  ",
                        "STRING U&'d'",
                        "SPACE  ",
                        "QUOTED_NAME U&\"e\"",
                        "SPACE  ",
                        "WORD name",
                        "STRING 'f'",
                        "SPACE  ",
                        "QUOTED_NAME \"g\"\"h\"");
    }

    @Test
    void a_backslash_in_a_plain_string_escapes_only_where_it_is_said() {
        assertThat(SqlLexer.at("'a\\' b'", 0, false).text()).isEqualTo("'a\\'");
        assertThat(SqlLexer.at("'a\\' b'", 0, true).text()).isEqualTo("'a\\' b'");
    }

    @Test
    void dollars_quote_unless_they_go_on_a_word_or_name_a_parameter() {
        assertThat(tokens("$$a;$$ $t$ $$ $t$ a$b$ $1$"))
                .containsExactly(
                        "STRING $$a;$$",
                        "SPACE  ",
                        "STRING $t$ $$ $t$",
                        "SPACE  ",
                        "WORD a$b$",
                        "SPACE  ",
                        "NUMBER $1",
                        "SYMBOL $");
    }

    @Test
    void comments_nest_and_end_operators() {
        assertThat(tokens("1*/* a /* b */ c */2--3\n4"))
                .containsExactly(
                        "NUMBER 1",
                        "SYMBOL *",
                        "BLOCK_COMMENT /* a /* b */ c */",
                        "NUMBER 2",
                        "LINE_COMMENT --3",
                        "SPACE \n",
                        "NUMBER 4");
    }

    @Test
    void characters_beyond_ascii_are_letters() {
        assertThat(tokens("straße\uD83D\uDE00_1")).containsExactly("WORD straße\uD83D\uDE00_1");
    }

    @Test
    void what_does_not_end_runs_to_the_end_and_says_so() {
        for (String sql : List.of("'a", "\"a", "E'a\\'", "$t$ a $$", "/* a /* */")) {
            assertThat(SqlLexer.tokens(sql)).singleElement().matches(token -> !token.complete(), sql);
        }
    }

    @Test
    void whatever_the_text_the_tokens_together_are_the_text() {
        Random random = new Random(1);
        String alphabet = "aEeU&'\"$\\/*-;:?().1 \nßx";
        for (int i = 0; i < 20_000; i++) {
            String sql = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(joining());
            List<SqlToken> tokens = SqlLexer.tokens(sql);
            assertThat(tokens.stream().map(SqlToken::text).collect(joining())).isEqualTo(sql);
            assertThat(tokens).allMatch(token -> sql.startsWith(token.text(), token.start()));
        }
    }

    private static List<String> tokens(String sql) {
        return SqlLexer.tokens(sql).stream()
                .map(token -> token.kind() + " " + token.text())
                .toList();
    }
}
