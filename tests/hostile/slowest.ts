// What each input costs of the processor's time, for the ten slowest to be told at the end.

interface Cost {
  readonly kind: string;
  readonly input: string;
  readonly milliseconds: number;
}

const SHOWN = 10;
/** The first of each kind pay for the compiler, and are not told. */
const WARM_UPS = 5;
/** UTF-16 units of an input that tell which one it is. */
const BEGINNING = 60;
const MICROSECONDS_PER_MS = 1_000;

export function watchCosts() {
  const costs: Cost[] = [];
  const note = (kind: string, input: string, before: NodeJS.CpuUsage) => {
    const { user, system } = process.cpuUsage(before);
    costs.push({ kind, input, milliseconds: (user + system) / MICROSECONDS_PER_MS });
  };
  return {
    /** The result of the work, whose costs are noted. */
    of: <T>(kind: string, input: string, work: () => T): T => {
      const before = process.cpuUsage();
      const result = work();
      note(kind, input, before);
      return result;
    },
    ofWaiting: async <T>(kind: string, input: string, work: () => Promise<T>): Promise<T> => {
      const before = process.cpuUsage();
      const result = await work();
      note(kind, input, before);
      return result;
    },
    table: (): string => {
      const seen = new Map<string, number>();
      const warm = costs.filter(({ kind }) => {
        const times = (seen.get(kind) ?? 0) + 1;
        seen.set(kind, times);
        return times > WARM_UPS;
      });
      const slowest = warm.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN);
      const lines = slowest.map(({ kind, input, milliseconds }) => {
        const beginning = JSON.stringify(input.slice(0, BEGINNING)).replace(/[^ -~]/g, escaped);
        return `${milliseconds.toFixed(1).padStart(8)} ms  ${kind}, ${input.length} units: ${beginning}`;
      });
      return [`The slowest of ${costs.length} measurements, CPU:`, ...lines].join('\n');
    },
  };
}

/** What would turn a line of the terminal, as its number. */
function escaped(character: string): string {
  return /\p{L}/u.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
