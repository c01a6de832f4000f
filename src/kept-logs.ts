// The logs that the bot keeps, read again for whoever manages the server: what they hold is looked through anew each time.
import type { KeptPort } from './discord/desk/desk.ts';
import { readFeedbackLog } from './feedback-log.ts';
import { readFeedback } from './unanswered/feedback.ts';
import { readLog } from './unanswered/log-line.ts';
import { surveyOf } from './unanswered/survey.ts';
import { readBoth } from './unanswered-log.ts';

export interface LogPaths {
  readonly unansweredLog?: string;
  readonly feedbackLog?: string;
}

/** Undefined where no log is kept. At most 4 MiB are read at once, and let go. */
export function keptLogs(
  { unansweredLog, feedbackLog }: LogPaths,
  clock: () => number,
): KeptPort | undefined {
  if (unansweredLog === undefined && feedbackLog === undefined) return undefined;
  return {
    survey: async (library) => {
      const now = clock();
      const unanswered = unansweredLog === undefined ? undefined : await readBoth(unansweredLog);
      const feedback = feedbackLog === undefined ? '' : await readFeedbackLog(feedbackLog, now);
      const { lines } = readLog(unanswered ?? '');
      return surveyOf(library, { lines, feedback: readFeedback(feedback).lines, now });
    },
  };
}
