// Preloaded into a process that is measured: when it ends, it tells what it took through its fourth stream.
import { writeSync } from 'node:fs';

const TO_PARENT = 3;

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpuMs = (userCPUTime + systemCPUTime) / 1000;
  writeSync(TO_PARENT, JSON.stringify({ cpuMs, peakBytes: maxRSS * 1024 }));
});
