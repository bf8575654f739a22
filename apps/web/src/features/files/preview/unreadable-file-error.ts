type Reason = { readonly title: string; readonly text?: string };

/** The bytes arrived, but are not what the preview of this kind needs: damaged, encrypted, or of another kind. */
export class UnreadableFileError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, options?: ErrorOptions) {
    super(reason.title, options);
    this.reason = reason;
  }
}
