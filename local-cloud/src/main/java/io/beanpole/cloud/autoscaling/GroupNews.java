package io.beanpole.cloud.autoscaling;

/** Hears what happens in groups, under their lock: it returns at once. */
interface GroupNews {
    /** Nobody listens. */
    GroupNews UNHEARD = new GroupNews() {
        @Override
        public void happened(GroupRecord group, GroupEvent event, String instance, ActivityRecord activity) {}

        @Override
        public void waits(GroupRecord group, LifecycleWait wait) {}
    };

    /** An instance was launched or ended, or could not be; its id is empty where there is none. */
    void happened(GroupRecord group, GroupEvent event, String instance, ActivityRecord activity);

    /** An instance came to a lifecycle hook. */
    void waits(GroupRecord group, LifecycleWait wait);
}
