package dev.autogen.codegen;

import dev.autogen.codegen.Expression.Atom;
import dev.autogen.codegen.Expression.Breaks;
import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.codegen.Expression.Text;
import java.util.List;

/** Lays a statement out in lines, the way the rest of the file is formatted. */
final class Layout {
    /** The longest line. */
    static final int WIDTH = 120;
    /** How far statements are indented within their method. */
    static final int MARGIN = 4;

    private static final int CONTINUATION = 4;

    private final StringBuilder out = new StringBuilder();

    private Layout() {}

    /**
     * A whole statement.
     *
     * @return its text with the semicolon; further lines are indented relative to the first one
     */
    static String statement(Chain chain) {
        Layout layout = new Layout();
        long notes = chain.calls().stream().filter(call -> call.note() != null).count();
        String flat = flat(chain);
        if (flat != null && notes <= 1) {
            String line =
                    flat + ";" + chain.calls().stream().map(Layout::comment).reduce("", String::concat);
            if (MARGIN + line.length() <= WIDTH) {
                return line;
            }
        }
        layout.chain(chain, 0, ";", notes > 0);
        return layout.out.toString();
    }

    private static String comment(Call call) {
        return call.note() == null ? "" : " // " + call.note();
    }

    private int column() {
        return MARGIN + out.length() - (out.lastIndexOf("\n") + 1);
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
    }

    private void expression(Expression expression, int indent, String suffix) {
        String flat = flat(expression);
        if (flat != null && column() + flat.length() + suffix.length() <= WIDTH) {
            out.append(flat).append(suffix);
        } else if (expression instanceof Chain chain) {
            chain(chain, indent, suffix, false);
        } else if (expression instanceof Text text) {
            out.append(TextBlock.of(text.value(), indent)).append(suffix);
        } else if (expression instanceof Atom atom) {
            out.append(atom.code()).append(suffix);
        }
    }

    private void chain(Chain chain, int indent, String suffix, boolean noted) {
        List<Call> calls = chain.calls();
        // A single call has nowhere to break but between its arguments; in a chain, each call has its line.
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean last = i == calls.size() - 1;
            if (i > 0) {
                newLine(indent + CONTINUATION);
                out.append('.');
            }
            int begin = out.length() - 1;
            call(call, i == 0 ? indent : indent + CONTINUATION, last ? suffix : "");
            if (noted) {
                note(call, i == 0 ? out.length() : begin);
            }
        }
    }

    /** The call's comment behind it or, where that takes the line too far, above the place where it begins. */
    private void note(Call call, int begin) {
        String comment = comment(call);
        if (begin == out.length() || column() + comment.length() <= WIDTH) {
            out.append(comment);
        } else if (!comment.isEmpty()) {
            int line = out.lastIndexOf("\n", begin);
            out.insert(begin, comment.strip() + out.substring(line, begin));
        }
    }

    private void call(Call call, int indent, String suffix) {
        out.append(call.name()).append('(');
        String close = ")" + suffix;
        String flat = call.breaks() == Breaks.AFTER_EACH ? null : flatArguments(call);
        if (flat != null && column() + flat.length() + close.length() <= WIDTH) {
            out.append(flat).append(close);
            return;
        }
        List<Expression> arguments = call.arguments();
        boolean each = call.breaks() == Breaks.AFTER_EACH || arguments.stream().anyMatch(Layout::hasCalls);
        int deeper = indent + CONTINUATION;
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            boolean last = i == arguments.size() - 1;
            if ((i > 0 && each) || !fits(argument, last ? close : ",")) {
                trimSpace();
                newLine(deeper);
            }
            expression(argument, deeper, last ? close : ",");
            if (!last && !each) {
                out.append(' ');
            }
        }
        if (arguments.isEmpty()) {
            out.append(close);
        }
    }

    /** Names fill their lines; what says more than a name has a line of its own. */
    private static boolean hasCalls(Expression argument) {
        return argument instanceof Chain chain && chain.calls().size() > 1;
    }

    private boolean fits(Expression argument, String suffix) {
        String flat = flat(argument);
        return flat != null && column() + flat.length() + suffix.length() <= WIDTH;
    }

    private void trimSpace() {
        if (out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    /** The expression on one line; null where it needs several. */
    private static String flat(Expression expression) {
        if (expression instanceof Atom atom) {
            return atom.code();
        }
        if (expression instanceof Text text) {
            return TextBlock.isCalledFor(text.value()) ? null : JavaText.literal(text.value());
        }
        StringBuilder flat = new StringBuilder();
        for (Call call : ((Chain) expression).calls()) {
            String arguments =
                    call.breaks() == Breaks.AFTER_EACH && call.arguments().size() > 1 ? null : flatArguments(call);
            if (arguments == null) {
                return null;
            }
            flat.append(flat.length() == 0 ? "" : ".").append(call.name()).append('(');
            flat.append(arguments).append(')');
        }
        return flat.toString();
    }

    private static String flatArguments(Call call) {
        StringBuilder flat = new StringBuilder();
        for (Expression argument : call.arguments()) {
            String each = flat(argument);
            if (each == null) {
                return null;
            }
            flat.append(flat.length() == 0 ? "" : ", ").append(each);
        }
        return flat.toString();
    }
}
