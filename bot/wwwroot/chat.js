(function(){
var d=document,main=d.querySelector("main"),log=d.querySelector("#log ol");
if(!log||!window.fetch||!window.URLSearchParams)return;
var data=main.dataset,busy=0,wait=15e3,timer;
function each(q,f){[].forEach.call(d.querySelectorAll(q),f)}
function note(t){var p=d.getElementById("note");
 if(!p){p=d.createElement("p");p.id="note";p.className="note";p.setAttribute("role","status");log.parentNode.after(p)}
 p.textContent=t;p.hidden=!t}
function own(t){var li=d.createElement("li"),s=d.createElement("span");
 li.className="mine";li.setAttribute("aria-live","off");li.dir="auto";
 s.className="off";s.textContent=data.you+" ";li.append(s,t);log.append(li);return li}
function show(text,focus){
 var cut=text.indexOf("\n"),h=text.slice(0,cut).split(" ");
 if(h[0]==="bye")return location.replace("/bye?lang="+h[1]);
 if(h[2]!==data.f)return location.replace("/");
 data.v=h[1];
 each("#log form,#log [tabindex]",function(e){e.tagName==="FORM"?e.remove():e.removeAttribute("tabindex")});
 each("[name=h]",function(e){e.remove()});
 var t=d.createElement("template");t.innerHTML=text.slice(cut+1);
 var first=t.content.firstElementChild,form=t.content.querySelector("form:last-of-type");
 log.append(t.content);
 each("[name=t]",function(e){e.value=h[0]});
 var w=d.getElementById("w");w.inputMode=h[3];w.rows=h[6];data.s=h[4];
 each("details",function(e){e.open=false});
 if(h[5]==="1"&&!("w" in data)){data.w="";poll()}
 if(first)first.scrollIntoView({block:"nearest"});
 if(first&&first.offsetHeight>innerHeight/2)first.scrollIntoView();
 if(focus){if(form){var f=form.querySelector("fieldset");f.tabIndex=-1;f.focus({preventScroll:true})}else w.focus({preventScroll:true})}
 return first}
function send(form,button){
 if(busy)return;
 var w=form.elements.w,body=new URLSearchParams(),words="",mine;
 [].forEach.call(form.elements,function(e){
  if(!e.name||e.tagName==="BUTTON"||(e.type==="checkbox"&&!e.checked))return;
  body.append(e.name,e.value);
  if(e.type==="checkbox")words+=(words?", ":"")+e.parentNode.textContent});
 if(button&&button.name)body.append(button.name,button.value);
 if(w)words=data.s==="1"?w.value.replace(/[^]/g,"•"):w.value;
 else if(button&&button.value!=="//many")words=button.textContent;
 busy=1;wait=15e3;main.setAttribute("aria-busy","true");note("");
 if(words)mine=own(words);
 fetch(form.action,{method:"POST",body:body,credentials:"same-origin",headers:{Accept:"text/x-replies"}}).then(function(r){
  if(!r.ok)throw r;
  return r.text().then(function(text){
   var sent=w&&w.value,first=show(text,!w);
   if(!w)return;
   w.value="";
   if(first&&first.className==="p"){w.value=sent;w.select()}})
 }).catch(function(){if(mine)mine.remove();note(data.off);
  if(w)w.focus()}).then(function(){busy=0;main.removeAttribute("aria-busy")})}
d.addEventListener("submit",function(e){
 var f=e.target,b=e.submitter;
 if(f.action===location.origin+"/leave"){d.body.hidden=true;return}
 if(f.action!==location.origin+"/chat"||(b===undefined))return;
 e.preventDefault();send(f,b)});
d.addEventListener("keydown",function(e){
 if(e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&e.target.id==="w"&&e.target.tagName==="TEXTAREA"){e.preventDefault();send(e.target.form)}});
function poll(){clearTimeout(timer);timer=setTimeout(function(){
 if(!("w" in data))return;
 if(d.hidden||busy)return poll();
 fetch("/news?v="+data.v,{credentials:"same-origin"}).then(function(r){
  if(r.status!==200){wait=Math.min(wait*1.5,12e4);return}
  wait=15e3;return r.text().then(news)}).catch(function(){wait=Math.min(wait*2,12e4)}).then(poll)},wait)}
function news(text){
 var cut=text.indexOf("\n"),h=text.slice(0,cut).split(" "),t=d.createElement("template");
 data.v=h[1];t.innerHTML=text.slice(cut+1);log.append(t.content);
 each("[name=t]",function(e){e.value=h[0]})}
d.addEventListener("visibilitychange",function(){if(!d.hidden&&"w" in data){wait=Math.min(wait,2e3);poll()}});
addEventListener("pageshow",function(e){if(e.persisted)location.reload()});
addEventListener("online",function(){note("")});
addEventListener("offline",function(){note(data.off)});
if("w" in data)poll();
})();
