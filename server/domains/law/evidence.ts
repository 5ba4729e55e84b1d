/** A text in every shipped language. */
export type Texts = Readonly<Record<'zh-CN' | 'zh-HK' | 'en', string>>;

/** Where something stands, and whether somebody has read it there. */
export interface Evidence {
  /** The law or rule and its article; for what no source sets, that this product does. */
  readonly source: Texts;
  /** Where the source was found. */
  readonly address?: string;
  /** What a reader has to know besides. */
  readonly note?: Texts;
  /** Somebody has read this in the source. Whether that source binds this city is a matter of `note`. */
  readonly verified: boolean;
}
