// The command lines of the measuring tools: what is wrong with one is told in a line, with how the tool is called.

/** What was read; where that fails, the message and the usage on standard error, and status 2. */
export async function readOrExit<Read>(usage: string, read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nUsage: ${usage}\n`);
    return process.exit(2);
  }
}
