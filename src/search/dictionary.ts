// The Chinese-English dictionary, parsed from its compact form.

export interface Dictionary {
  readonly size: number;
}
