/** A page as it is drawn: without the scripts, which carry the words of everything that it may come to show. */
export const shownHtml = (html: string): string => html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
