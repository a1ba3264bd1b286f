"""The sample collection: invented cases as data, and the documents and gold records made from them."""
