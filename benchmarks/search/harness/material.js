// Material's own search, by its worker, which is spoken to as the theme's bundle does.

const [SETUP, , QUERY] = [0, 1, 2];

/** Open the index of a language in a folder with the worker of a name. */
export async function opened({ index, language, worker: name }) {
  const worker = new Worker(`${index}workers/${name}`);
  const answer = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(message);
    });
  const { config, docs } = await (await fetch(`${index}${language}/search/search_index.json`)).json();
  await answer({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  return {
    async find(query, limit) {
      const { data } = await answer({ type: QUERY, data: query });
      const ids = data.items.map(([{ location }]) => location.split("/")[1]);
      return { ids: ids.slice(0, limit), total: ids.length };
    },
  };
}
