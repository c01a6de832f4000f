// The editor's commands by name: what each does, in the screen that explains them all, and how one is called.

/** 0: done, no problem; 1: problems, all printed; 2: called wrongly. */
export type Status = 0 | 1 | 2;

export type Subcommand = (argv: readonly string[]) => Promise<Status>;

export type Subcommands = Readonly<Record<'check' | 'ingest' | 'prepare' | 'try', Subcommand>>;

const USAGE = `The editor's desk: from a page to an interview that answers.

  npm run interview -- check [DIR or FILE …] [--brief] [--json]
      Every problem and warning of the interviews, their translations, lists of questions and lexicons,
      each with file, line and what to do. --brief counts the warnings by file and kind.

  npm run interview -- ingest SOURCE [--out FILE] [--set KEY=VALUE …] [--force]
      Makes an interview file of a saved page, a document, a transcript or subtitles (- is standard input),
      and reports what was kept, left out and unsure.

  npm run interview -- prepare ID [--out FILE | --from FILE | --ask URL --model NAME]
      Writes a worksheet for the questions, words and translation that make an interview answer more;
      takes a filled one back, checked.

  npm run interview -- try ID
      Asks every printed and every listed question: how many are answered rightly, what fails and why,
      and the line that would help.

The folder is KNOWLEDGE_DIR, or knowledge; --knowledge DIR names another.
Status: 0 done, no problem; 1 problems, all printed; 2 called wrongly.
`;

export interface Desk {
  readonly argv: readonly string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly subcommands: Subcommands;
}

/** Calls the subcommand that the command line names. */
export async function runInterview({ argv, print, complain, subcommands }: Desk): Promise<Status> {
  const [name, ...rest] = argv;
  const asksForAll = name === 'check' && rest.includes('--help');
  if (name === undefined || name === '--help' || name === '-h' || asksForAll) {
    print(USAGE);
    return 0;
  }
  if (isSubcommand(name, subcommands)) return subcommands[name](rest);
  complain(
    `There is no command ${JSON.stringify(name)}: it is one of ${Object.keys(subcommands).join(', ')}.\n\n`,
  );
  complain(USAGE);
  return 2;
}

function isSubcommand(name: string, subcommands: Subcommands): name is keyof Subcommands {
  return Object.hasOwn(subcommands, name);
}
