package dev.autogen.commands.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the documents of a YAML file as properties with dotted keys, as Spring does, and keeps the lines. */
final class YamlFile {

    /** {@code @name@} of Maven's resource filtering is no YAML until Maven has replaced it; a string is meant. */
    private static final Pattern FILTERED =
            Pattern.compile("(?m)((?:^|[:,\\[-])[ \\t]+)(@[\\w.-]+@)(?=[ \\t]*(?:$|[,\\]#]))");

    private final TextFile file;
    private final List<LocatedProperty> document = new ArrayList<>();

    private YamlFile(TextFile file) {
        this.file = file;
    }

    static List<List<LocatedProperty>> documents(TextFile file) {
        String text = FILTERED.matcher(file.read()).replaceAll("$1'$2'");
        List<List<LocatedProperty>> documents = new ArrayList<>();
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            for (Node root : yaml.composeAll(new StringReader(text))) {
                YamlFile document = new YamlFile(file);
                document.flatten("", root, line(root));
                documents.add(document.document);
            }
        } catch (MarkedYAMLException e) {
            String line =
                    e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1);
            throw new ConfigurationException(
                    file.name() + line + " is not YAML: " + e.getProblem() + ". Correct the file.", e);
        } catch (YAMLException e) {
            throw new ConfigurationException(
                    file.name() + " is not YAML: " + e.getMessage() + ". Correct the file.", e);
        }
        return documents;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void flatten(String key, Node node, int line) {
        if (node instanceof MappingNode mapping) {
            flattenMapping(key, mapping);
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                flatten(key + "[" + i + "]", items.get(i), line(items.get(i)));
            }
        } else if (node instanceof ScalarNode scalar && !key.isEmpty()) {
            String value = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
            document.add(new LocatedProperty(key, value, file.name(), line));
        }
    }

    private void flattenMapping(String key, MappingNode mapping) {
        // What is merged comes first, so that the mapping's own keys win.
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(key, entry.getValueNode());
            }
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && !name.getTag().equals(Tag.MERGE)) {
                String child = key.isEmpty() || name.getValue().startsWith("[")
                        ? key + name.getValue()
                        : key + "." + name.getValue();
                flatten(child, entry.getValueNode(), line(name));
            }
        }
    }

    private void merge(String key, Node merged) {
        if (merged instanceof SequenceNode several) {
            several.getValue().forEach(each -> flatten(key, each, line(each)));
        } else {
            flatten(key, merged, line(merged));
        }
    }
}
