// Names in the environment that look like variables of ours and are none: a slip that nothing else would tell.
import { differByEdits } from '../search/query/look-up.ts';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';

/** Slips of the keyboard in one name. */
const MOST_EDITS = 2;

/** @param environment values by name, of which none is told */
export function checkNames(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly string[],
): readonly DoctorFinding[] {
  const strangers = Object.keys(environment).filter((name) => !variables.includes(name));
  return strangers.toSorted().flatMap((name) => {
    const meant = variables.find((variable) => looksLike(name.toUpperCase(), variable));
    if (meant === undefined) return [];
    const isSet = (environment[meant] ?? '').trim() !== '';
    return [isSet ? DOCTOR.settings.stray(name, meant) : DOCTOR.settings.misspelt(name, meant)];
  });
}

function looksLike(name: string, variable: string): boolean {
  if (differByEdits(name, variable, MOST_EDITS) <= MOST_EDITS) return true;
  const [own, other] = [variable.split('_'), name.split(/[^A-Z0-9]+/)];
  return own.length > 1 && own.every((word) => other.includes(word));
}
