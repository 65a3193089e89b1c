/** A problem that the operator can solve: its message is one plain sentence that says what to do, printed without a stack. */
export class OperatorError extends Error {}
