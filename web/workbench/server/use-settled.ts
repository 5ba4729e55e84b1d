import { useEffect, useState } from 'react';

/** The value once it has stood still for `pauseMs`: so that typing a word asks the server once, not once a letter. */
export function useSettled<T>(value: T, pauseMs = 160): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(later);
  }, [value, pauseMs]);
  return settled;
}
