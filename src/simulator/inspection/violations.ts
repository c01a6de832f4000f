// Breaches of Discord's protocol, collected so that the test which caused them fails.
import { describeProblem, type FormProblem } from './form-errors.ts';

export interface Violation {
  /** Who broke the protocol: the bot's request, or the simulator's own answer or event (then mend the simulator). */
  readonly by: 'bot' | 'simulator';
  /** What was checked, e.g. `create_message request` or `MESSAGE_CREATE event`. */
  readonly what: string;
  readonly problems: readonly FormProblem[];
  /** The value that broke the rule. */
  readonly value: unknown;
}

export class ProtocolViolations extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(`${violations.length} breach(es) of Discord's protocol:\n${violations.map(describe).join('\n')}`);
    this.name = 'ProtocolViolations';
    this.violations = violations;
  }
}

function describe({ by, what, problems, value }: Violation): string {
  return [
    `- ${what}, by the ${by}`,
    ...problems.map((each) => `    ${describeProblem(each)}`),
    `    in ${JSON.stringify(value)}`,
  ].join('\n');
}

export class ViolationRecord {
  #violations: Violation[] = [];

  add(violation: Violation): void {
    if (violation.problems.length > 0) this.#violations.push(violation);
  }

  all(): readonly Violation[] {
    return this.#violations;
  }

  /** Returns and forgets what was recorded: for a test that provokes a breach. */
  take(): readonly Violation[] {
    const taken = this.#violations;
    this.#violations = [];
    return taken;
  }

  /** @throws {ProtocolViolations} when any breach is recorded */
  assertNone(): void {
    if (this.#violations.length > 0) throw new ProtocolViolations(this.#violations);
  }
}
