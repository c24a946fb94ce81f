package io.beanpole.console;

import io.beanpole.console.guard.GuardedPlace;
import io.beanpole.console.notice.Notices;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.Places;
import javafx.beans.value.ObservableValue;

/**
 * What of a connection lasts longer than a session with its cloud.
 *
 * @param cards how a person tells it from others
 * @param guarded how its changes are to be guarded
 * @param places how one screen leads to another
 */
record SessionTerms(
        ObservableValue<ConnectionCard> cards, ObservableValue<GuardedPlace> guarded, Places places, Notices notices) {}
