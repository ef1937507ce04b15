# Words that every room shares.

back = ‹ Back
cancel = Cancel
done = Done ›
skip = Skip ›
to-home = 🏠 Home
to-orders = 📋 My orders
to-ads = 📣 My ads
page-first = « First
page-next = More ›
minutes = { $count } min

state-active = active
state-paused = paused
state-auto-paused = out of stock
state-closed = closed
state-await-payment = awaiting payment
state-paid = paid
state-releasing = awaiting release
state-completed = completed
state-cancelled = cancelled
state-expired = expired

form-take = your purchase
form-ad = your new ad
form-find = the amount filter
form-match = the quick match
form-chat = the chat
form-upload = the upload
form-idle = You left { $form } half-way. Shall we go on from there?
form-resume = Continue
form-discard = Discard
form-cancelled = Cancelled: { $form }. Nothing has happened and nothing is locked.
form-press = 👇 Please choose with one of the buttons.

terms-warning = ⚠️ There is a link, a handle or a phone number in this. Trades made outside this chat are not protected.

button-old = This button is from an earlier version. A fresh start is below.
too-fast = That was very fast. Please wait a second and try again.
fault = That did not work. We are trying again by ourselves; if nothing happens within a minute, please repeat it. Code for the operators: { $code }
nothing-to-cancel = There is nothing to cancel: no form is open.
command-unknown = I do not know this command. /help shows what there is.
kind-unknown = I can take text, photos and PDF files. Voice, video, stickers and places are not passed on.
text-unexpected = I was not expecting text here. To write to the other side of an order, press Chat on its card or reply to a message of that order.
