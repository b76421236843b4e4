import { Component, type ReactNode } from 'react';
import { Trouble } from '../parts/states-of-page';
import { isOldVersion } from './session-end';

interface FaultState {
  error: unknown;
}

/** A page that breaks says so and leaves the rest of the console standing. */
export class Fault extends Component<{ children: ReactNode }, FaultState> {
  override state: FaultState = { error: undefined };

  static getDerivedStateFromError(error: unknown): FaultState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Trouble
        error={new Error(isOldVersion(this.state.error) ? 'problem.newVersion' : 'problem.page')}
        retry={() => {
          window.location.reload();
        }}
      />
    );
  }
}
