// Whether a question is answered now: within the limits of its member and its channel.
import type { Desk } from './desk.ts';
import type { Admission } from './rate-limit.ts';

export interface Origin {
  readonly member: string;
  readonly channel: string;
}

export type Admitted =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'notice' | 'silence'; readonly limit: 'member' | 'channel' };

export function admit({ limits }: Desk, { member, channel }: Origin): Admitted {
  const byMember = limits.member.admit(member);
  if (byMember !== 'admitted') return refusal(byMember, 'member');
  return refusal(limits.channel.admit(channel), 'channel');
}

function refusal(admission: Admission, limit: 'member' | 'channel'): Admitted {
  switch (admission) {
    case 'admitted':
      return { outcome: 'answer' };
    case 'notice':
    case 'silence':
      return { outcome: admission, limit };
  }
}
