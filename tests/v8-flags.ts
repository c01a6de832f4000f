// V8's flags for what ends soon, a test's process or one that it starts: a sixth less CPU, and no other behaviour.

/** Three times as much of a function runs before it is compiled for speed. Node 22 and later refuse to start with the flag. */
const PATIENT = process.versions.node.startsWith('20.') ? ['--interrupt-budget=396000'] : [];

/** No threads beside the one that works, as the other cores are busy anyway. */
export const ENDS_SOON: readonly string[] = ['--single-threaded-gc', ...PATIENT];
