-- A waiting task may change its lane. Its messages can't be taken back, so each sending has a number: what a message with
-- an older one stands for is being sent, or was sent, again. Old code knows neither column and goes on as before.
alter table tasks
    add column generation      integer     not null default 0,
    add column sent_generation integer     not null default 0,
    -- When it came to its present lane, if that is not where it began.
    add column lane_since      timestamptz,
    -- When the starvation guard put it into its present lane.
    add column promoted_at     timestamptz;

-- An older instance that stamps sent_at for what it sent meanwhile doesn't hide that a newer sending is still owed.
create index tasks_owed on tasks (id) where state = 'QUEUED' and sent_generation < generation;
create index tasks_waiting on tasks (lane, (coalesce(lane_since, created_at))) where state = 'QUEUED';
create index tasks_promoted on tasks (promoted_at) where promoted_at is not null;

create or replace trigger task_changed
    after insert or update of state, progress, cancel_requested, lane on tasks
    for each row execute function notify_task_changed();

-- What each worker instance says of itself, so that another one can undo what a crashed one left behind.
create table worker_beats (
    instance_id text primary key,
    lane        text        not null,
    busy        boolean     not null,
    -- When busy became what it is.
    since       timestamptz not null default now(),
    seen_at     timestamptz not null default now()
);
