"""The whole build in its order, from records to a published site; and the preview while somebody writes."""
