import { useEffect, useState } from 'react';
import type { QuoteForm } from '@/lib/core/codex/quote-form';
import { quoteFormChoice } from '@/lib/wire-quotes';

/** How clips are attributed in cards that leave, as it stands now; undefined until it is known. */
export function useQuoteForm(): QuoteForm | undefined {
  const [form, setForm] = useState<QuoteForm>();
  useEffect(() => {
    let isGone = false;
    const read = () => {
      void quoteFormChoice.form().then((now) => {
        if (!isGone) setForm(now);
      });
    };
    read();
    const end = quoteFormChoice.watch(read);
    return () => {
      isGone = true;
      end();
    };
  }, []);
  return form;
}
