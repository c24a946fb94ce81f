package io.beanpole.cloud.instance;

import java.util.stream.Stream;

/** A container without a container runtime: what the kernel would do beyond its memory limit is done here. */
final class LimitedProcess extends ContainerProcess {
    private static final int LOOKS_TO_A_COUNT = 4;

    private final Process process;
    private final MemoryLimit limit;
    private volatile boolean outOfMemory;
    private int looks;

    LimitedProcess(Process process, ContainerSpec spec) {
        super(process, spec.log(), spec.instanceId() + "-" + spec.definition().name());
        this.process = process;
        this.limit = MemoryLimit.ofMebibytes(spec.definition().memoryMiB());
    }

    @Override
    public void enforceLimits() {
        looks++;
        if (looks % LOOKS_TO_A_COUNT == 0 && process.isAlive() && limit.isExceededBy(process.pid())) {
            outOfMemory = true;
            try (Stream<ProcessHandle> descendants = process.descendants()) {
                Stream<ProcessHandle> known = descendants.toList().stream();
                process.destroyForcibly();
                known.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Override
    public boolean ranOutOfMemory() {
        return outOfMemory;
    }
}
