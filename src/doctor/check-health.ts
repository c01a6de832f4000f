// The address for health and metrics: whether the bot answers there, or could listen there.
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';

export interface HealthAddress {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds: it is this machine that is asked. */
const DEADLINE_MS = 2_000;
const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

export async function checkHealth(address: HealthAddress): Promise<readonly DoctorFinding[]> {
  const { host, port } = address;
  const at = `${host}, port ${port}`;
  const open = LOOPBACK.test(host) ? [] : [DOCTOR.health.open(at)];
  if (await isBotThere(address)) return [DOCTOR.health.answers(at), ...open];
  const code = await whyNot(address);
  return code === undefined ? [DOCTOR.health.free(at), ...open] : [DOCTOR.health.refused(at, code)];
}

async function isBotThere({ host, port }: HealthAddress): Promise<boolean> {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  const name = isIPv6(everywhere) ? `[${everywhere}]` : everywhere;
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const response = await fetch(`http://${name}:${port}/livez`, { signal, redirect: 'manual' });
    return response.ok && (await response.text()) === 'alive\n';
  } catch (error) {
    // Nobody is there, or somebody who does not speak HTTP.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The code of the error with which the bot would meet; undefined where it could listen. */
async function whyNot({ host, port }: HealthAddress): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  } finally {
    server.close();
  }
}
