"""The pages: the only room, with the front door, that knows Streamlit."""
