package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.GroupState;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;

/** The Auto Scaling group in five numbers. */
final class GroupFigures {
    private final Figure minimum = new Figure(Words.of("scaling.figure.minimum"));
    private final Figure desired = new Figure(Words.of("scaling.figure.desired"));
    private final Figure maximum = new Figure(Words.of("scaling.figure.maximum"));
    private final Figure inService = new Figure(Words.of("scaling.figure.service"));
    private final Figure guarded = new Figure(Words.of("scaling.figure.protected"));

    GroupFigures(HBox box) {
        box.getChildren().addAll(List.of(minimum, desired, maximum, inService, guarded));
    }

    /** Dashes while nothing is known. */
    void show(Optional<GroupState> group) {
        minimum.show(number(group.map(GroupState::minimum)));
        desired.show(number(group.map(GroupState::desired)));
        maximum.show(number(group.map(GroupState::maximum)));
        inService.show(number(group.map(GroupState::inService)));
        guarded.show(number(group.map(GroupState::protectedInstances)));
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("–");
    }
}
