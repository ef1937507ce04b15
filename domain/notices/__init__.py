"""Notices: what somebody is to be told, as facts; words and pictures are made when it is sent."""
