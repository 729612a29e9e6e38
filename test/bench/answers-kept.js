/* global indexedDB */

/** Keeps answers in IndexedDB, one put for each; gives the function that does. Resolves once the database is open. */
export function answersKept() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('answers');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      resolve((key, answer) => database.transaction('answers', 'readwrite').objectStore('answers').put(answer, key));
    };
  });
}
