/** The common surnames of two characters (复姓); all others are taken as one character. */
const compound: readonly string[] = ['欧阳', '歐陽', '上官', '司马', '司馬', '诸葛', '諸葛', '皇甫', '尉迟', '尉遲', '公孙', '公孫', '慕容', '令狐', '司徒', '东方', '東方', '夏侯', '长孙', '長孫', '宇文', '端木', '轩辕', '軒轅'];

/** The surname a name begins with: one or two Chinese characters; of a name in other letters its first word, folded to lower case. */
export function surnameOf(name: string): string {
  const text = name.trim().normalize('NFKC');
  if (!/^\p{Script=Han}/u.test(text)) return (text.split(/[\s,]+/)[0] ?? '').toLowerCase();
  const two = text.slice(0, 2);
  return compound.includes(two) ? two : ([...text][0] ?? '');
}
