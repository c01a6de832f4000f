// Discord's rules for what stands in a path and its query: ids are snowflakes, a page has a size.
import { type FormProblem, problem } from '../inspection/form-errors.ts';

/** The only parameter of a path that is no id. */
const TOKEN = 'token';
const SNOWFLAKE = /^\d{1,20}$/u;
const MAX_PAGE = 100;

export function pathProblems(params: Readonly<Record<string, string>>): readonly FormProblem[] {
  return Object.entries(params)
    .filter(([name, value]) => name !== TOKEN && !SNOWFLAKE.test(value))
    .map(([name, value]) => notASnowflake(`${name}_id`, value));
}

export function queryProblems(query: URLSearchParams): readonly FormProblem[] {
  const limit = Number(query.get('limit') ?? MAX_PAGE);
  const page = Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE;
  const places = ['before', 'after', 'around'].flatMap((name) => {
    const value = query.get(name);
    return value === null || SNOWFLAKE.test(value) ? [] : [notASnowflake(name, value)];
  });
  const message = `int value should be between 1 and ${MAX_PAGE}.`;
  return page ? places : [...places, problem(['limit'], 'NUMBER_TYPE_MAX', message)];
}

function notASnowflake(name: string, value: string): FormProblem {
  return problem([name], 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
}
