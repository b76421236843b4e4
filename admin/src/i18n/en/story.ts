import type { Same } from '../same';
import type { story as zh } from '../zh/story';

export const story: Same<typeof zh> = {
  story: {
    lead: 'Choose an object and its number to read all that happened to it and to what belongs to it, and its state at any instant.',
    open: 'Show',
    whole: 'Whole timeline and replay',
    row: 'Show the object',
    title: 'What happened (%{smart_count} object) |||| What happened (%{smart_count} objects)',
    cut: 'Too many related objects: only the newest are told.',
    more: 'Earlier entries',
    replay: 'Replay up to here',
    state: 'State as told by the log',
    now: 'Back to now',
    entries: 'from %{smart_count} entry |||| from %{smart_count} entries',
    nothing: 'Up to this instant the log tells no state of it.',
    contradicts: 'Contradicts the log',
    contradiction: 'Entry %{entry}: %{field} should be “%{expected}”, the entry found “%{found}”.',
    past: '%{operation} past the application by database user %{user}',
    pastCut: 'More went past the application than is told here.',
  },
};
