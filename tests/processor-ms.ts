/** Milliseconds of processor time that an act took: unlike the clock's, not longer when the machine is busy with others. */
export function processorMs(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  return since(before);
}

/** The same of an act that waits. */
export async function processorMsOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
