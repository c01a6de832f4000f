// Holds the state and calls the views once after any number of changes.
import type { State } from './state.ts';

export interface Store {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
  readonly replace: (next: State) => void;
  readonly onChange: (draw: (state: State) => void) => void;
}

export function createStore(initial: State): Store {
  const views: ((state: State) => void)[] = [];
  let state = initial;
  let isScheduled = false;
  const replace = (next: State) => {
    state = next;
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      for (const draw of views) draw(state);
    });
  };
  return {
    get state() {
      return state;
    },
    replace,
    change: (patch) => replace({ ...state, ...patch }),
    onChange: (draw) => {
      views.push(draw);
    },
  };
}
