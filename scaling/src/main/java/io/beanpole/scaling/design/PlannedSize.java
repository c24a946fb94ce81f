package io.beanpole.scaling.design;

import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;

/** A scheduled action of a design: what it sets, and when. */
public record PlannedSize(String name, Recurrence recurrence, ScheduledSize size) {}
