import type { ReactNode } from 'react';

export interface ExternalLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link that opens in a new tab; plain text when the address is missing or is not http(s). */
export function ExternalLink({ href, children, className }: ExternalLinkProps) {
  if (!href || !/^https?:\/\//i.test(href)) return <span className={className}>{children}</span>;
  return (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
