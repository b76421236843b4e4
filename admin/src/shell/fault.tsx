import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Trouble } from '../parts/states-of-page';

interface FaultState {
  error: unknown;
}

/** A page that breaks says so and leaves the rest of the console standing. */
export class Fault extends Component<{ children: ReactNode }, FaultState> {
  override state: FaultState = { error: undefined };

  static getDerivedStateFromError(error: unknown): FaultState {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The browser's console is where a developer looks; it holds no personal data, only the stack.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Trouble error={new Error('problem.page')} retry={() => { window.location.reload(); }} />;
  }
}
