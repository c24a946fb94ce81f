package io.beanpole.deploy.message;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.ToldMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The timelines that the local cloud keeps; AWS keeps none, and says so. */
public final class AwsMessageTimelines implements MessageTimelines {
    /** The most messages that are asked for at once. */
    private static final int MOST = 5_000;

    private final Optional<LocalCloudConsole> console;

    /** Told by what is reached in this way, if it has an endpoint of its own. */
    public AwsMessageTimelines(AwsAccess access) {
        console = Optional.ofNullable(access.endpoint()).map(LocalCloudConsole::new);
    }

    @Override
    public Optional<String> whyNot() {
        return console.isPresent()
                ? Optional.empty()
                : Optional.of("AWS does not tell what happens to a single message: SQS keeps no history, and the daemon"
                        + " on the instance writes only to its log.");
    }

    @Override
    public List<ToldMessage.InShort> messages(String queueName, int most) {
        var json = JsonMapper.shared();
        return json.treeToValue(
                told().knownMessages(queueName, most),
                json.getTypeFactory().constructCollectionType(List.class, ToldMessage.InShort.class));
    }

    @Override
    public Optional<ToldMessage> message(String queueName, String messageId) {
        return told().findMessage(queueName, messageId)
                .map(answer -> JsonMapper.shared().treeToValue(answer, ToldMessage.class));
    }

    @Override
    public Map<String, String> outcomes(String queueName) {
        var outcomes = new HashMap<String, String>();
        told().knownMessages(queueName, MOST)
                .forEach(message -> outcomes.put(
                        message.path("messageId").asString(""),
                        message.path("outcome").asString("")));
        outcomes.values().removeIf(String::isBlank);
        return outcomes;
    }

    private LocalCloudConsole told() {
        return console.orElseThrow(() -> new DeployException(whyNot().orElseThrow()));
    }
}
