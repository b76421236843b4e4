import type { ReactNode } from 'react';
import { PlacePage } from '../parts/place-page';

/** Opens the board of BullMQ's queues, to look at. */
export default function QueueBoardPage(): ReactNode {
  return (
    <PlacePage title="navigation.queueBoard" texts="queueBoard" sessions="queue-board-sessions" url="/queue-board/" />
  );
}
