/** What the tiny models learn their tokens from: plain English with the words a chat is made of. */
export const tinyText = `Hello! How are you today? I am well, thank you for asking. What can I do for you?
This is a very small model. It has not learned anything yet: its weights are random numbers, so what it says has no meaning.
It is here so that you can see the program work before you choose a real model and let it answer your questions.
A language model reads the words that came before and guesses the next one, again and again, until the answer is done.
The words are cut into small pieces called tokens. Some tokens are whole words, some are parts of words, some are single letters.
When the model has been trained on many books it knows which token is likely to come next, and it can write, explain, translate and help.
Please tell me about the weather. The sun is shining, the sky is blue, and there is a light wind from the west.
In the morning the birds sing in the old trees by the river. In the evening the people walk home over the bridge.
Once upon a time there was a little girl who lived in a house near the forest with her mother, her father and a black cat.
One day she found a strange book on the table. She opened it, and the first page said: read me slowly, and do not be afraid.
Can you write a short story? Yes, I can. Can you count? One, two, three, four, five, six, seven, eight, nine, ten.
The year 2024 had 366 days, and 12 months; 1 hour is 60 minutes, 1 minute is 60 seconds.
Water boils at 100 degrees and freezes at 0. The moon goes around the earth, and the earth goes around the sun.
Make a list: bread, butter, milk, eggs, apples, rice, tea and coffee. Then go to the market and buy them.
If you want to learn to cook, start with something simple. Cut the onion, heat the oil, add the garlic and stir it for a minute.
I think, therefore I am. To be, or not to be, that is the question. All that glitters is not gold.
Good software is easy to read. Its names say what things are, its functions are short, and its tests tell what it promises.
What is the capital of France? The capital of France is Paris. What is the capital of Japan? The capital of Japan is Tokyo.
Thank you very much! You are welcome. Goodbye, and see you again soon.
`;
