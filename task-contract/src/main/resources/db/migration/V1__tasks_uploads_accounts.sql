-- One row per task. The row is the truth and the outbox: a row with sent_at null still has to be sent.
create table tasks (
    id               uuid primary key,
    owner            text        not null,
    lane             text        not null,
    kind             text        not null,
    input            jsonb       not null,
    state            text        not null default 'QUEUED'
        check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    progress         smallint    not null default 0 check (progress between 0 and 100),
    attempts         integer     not null default 0,
    idempotency_key  text,
    cancel_requested boolean     not null default false,
    lease_token      uuid,
    lease_until      timestamptz,
    worker           text,
    result           jsonb,
    error            text,
    revision         bigint      not null default 0,
    created_at       timestamptz not null default now(),
    sent_at          timestamptz,
    started_at       timestamptz,
    finished_at      timestamptz,
    constraint lease_belongs_to_running check ((state = 'RUNNING') = (lease_token is not null))
);
create unique index tasks_idempotency on tasks (owner, idempotency_key) where idempotency_key is not null;
create index tasks_of_owner on tasks (owner, id desc);
create index tasks_unsent on tasks (id) where state = 'QUEUED' and sent_at is null;
create index tasks_leases on tasks (lease_until) where state = 'RUNNING';

-- Web instances LISTEN on channel task_changed; the payload is "<task id> <owner>".
-- A renewed lease alone keeps the revision, and nobody is told.
create function notify_task_changed() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' or new.revision <> old.revision then
        perform pg_notify('task_changed', new.id || ' ' || new.owner);
    end if;
    return null;
end
$$;
create trigger task_changed
    after insert or update of state, progress, cancel_requested on tasks
    for each row execute function notify_task_changed();

-- A clip that an owner may put to S3 and cut: the key is ours, the bytes go past the web tier.
create table uploads (
    id           uuid primary key,
    owner        text        not null,
    object_key   text        not null unique,
    file_name    text        not null,
    content_type text        not null,
    size         bigint      not null check (size > 0),
    created_at   timestamptz not null default now()
);

create table accounts (
    id            uuid primary key,
    name          text        not null unique,
    password_hash text        not null,
    created_at    timestamptz not null default now()
);

-- Only the SHA-256 of a token is kept: the token itself is shown once.
create table api_tokens (
    id           uuid primary key,
    account_id   uuid        not null references accounts (id) on delete cascade,
    name         text        not null,
    token_hash   bytea       not null unique,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz
);
